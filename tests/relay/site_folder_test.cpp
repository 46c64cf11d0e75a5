#include "sync-server/site_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "relay/folder.hpp"

namespace pairbook::relay {
namespace {

TEST(SiteFolder, IsReadWithItsFolders) {
  const Folder folder;
  folder.write("index.html", "home");
  folder.write("fonts/inter.ttf", std::string("\0\xff", 2));

  const auto read = read_site(folder.path(), {});

  ASSERT_TRUE(read);
  EXPECT_EQ(*read->site.find("index.html")->plain, "home");
  EXPECT_EQ(*read->site.find("fonts/inter.ttf")->plain, std::string("\0\xff", 2));
  EXPECT_TRUE(read->left_out.empty());
}

TEST(SiteFolder, LeavesHiddenFilesOut) {
  const Folder folder;
  folder.write("index.html", "home");
  folder.write(".env", "secret");
  folder.write(".git/config", "secret");

  const auto read = read_site(folder.path(), {});

  ASSERT_TRUE(read);
  EXPECT_EQ(read->site.files.size(), 1u);
}

TEST(SiteFolder, LeavesLinksOutOfTheFolderOutAndSaysSo) {
  const Folder outside;
  outside.write("secret.txt", "secret");
  const Folder folder;
  folder.write("index.html", "home");
  std::filesystem::create_symlink(outside.path() / "secret.txt", folder.path() / "a.txt");
  std::filesystem::create_directory_symlink(outside.path(), folder.path() / "b");
  std::filesystem::create_symlink("../" + outside.path().filename().string() + "/secret.txt",
                                  folder.path() / "c.txt");

  const auto read = read_site(folder.path(), {});

  ASSERT_TRUE(read);
  EXPECT_EQ(read->site.files.size(), 1u);
  EXPECT_EQ(read->left_out.size(), 3u);
}

TEST(SiteFolder, IsNotTakenInByAFolderWhoseNameBeginsAlike) {
  const Folder folder;
  folder.write("site/index.html", "home");
  folder.write("site-private/secret.txt", "secret");
  std::filesystem::create_symlink("../site-private/secret.txt", folder.path() / "site/a.txt");

  const auto read = read_site(folder.path() / "site", {});

  ASSERT_TRUE(read);
  EXPECT_EQ(read->site.find("a.txt"), nullptr);
}

TEST(SiteFolder, FollowsLinksThatStayInside) {
  const Folder folder;
  folder.write("index.html", "home");
  std::filesystem::create_symlink("index.html", folder.path() / "start.html");

  EXPECT_NE(read_site(folder.path(), {})->site.find("start.html"), nullptr);
}

TEST(SiteFolder, MayItselfBeALink) {
  const Folder folder;
  folder.write("releases/1/index.html", "one");
  std::filesystem::create_directory_symlink("releases/1", folder.path() / "current");

  EXPECT_TRUE(read_site(folder.path() / "current", {}));
}

TEST(SiteFolder, DoesNotWaitForAPipe) {
  const Folder folder;
  folder.write("index.html", "home");
  ASSERT_EQ(mkfifo((folder.path() / "pipe.txt").c_str(), 0600), 0);

  const auto read = read_site(folder.path(), {});

  ASSERT_TRUE(read);
  EXPECT_EQ(read->left_out.size(), 1u);
}

TEST(SiteFolder, MustExistAndHaveAnIndex) {
  const Folder folder;
  folder.write("a.js", "a");

  EXPECT_NE(read_site("/nowhere/at/all", {}).error().find("does not exist"), std::string::npos);
  EXPECT_NE(read_site(folder.path() / "a.js", {}).error().find("does not exist"),
            std::string::npos);
  EXPECT_NE(read_site(folder.path(), {}).error().find("no index.html"), std::string::npos);
}

TEST(SiteFolder, HasItsLimits) {
  const Folder folder;
  folder.write("index.html", "0123456789");
  folder.write("a/b/c.js", "0123456789");

  const auto refuses = [&](SiteLimits limits) { return !read_site(folder.path(), limits); };

  EXPECT_FALSE(refuses({.files = 2, .file_bytes = 10, .all_bytes = 20, .depth = 2}));
  EXPECT_TRUE(refuses({.files = 1, .file_bytes = 10, .all_bytes = 20, .depth = 2}));
  EXPECT_TRUE(refuses({.files = 2, .file_bytes = 9, .all_bytes = 20, .depth = 2}));
  EXPECT_TRUE(refuses({.files = 2, .file_bytes = 10, .all_bytes = 19, .depth = 2}));
  EXPECT_TRUE(refuses({.files = 2, .file_bytes = 10, .all_bytes = 20, .depth = 1}));
}

TEST(SiteFolder, HasAnotherStateAfterEveryChange) {
  const Folder folder;
  folder.write("index.html", "home");
  const auto first = folder_state(folder.path(), {});
  folder.write("a.js", "a");
  const auto added = folder_state(folder.path(), {});
  folder.write("a.js", "ab");
  const auto written = folder_state(folder.path(), {});
  std::filesystem::remove(folder.path() / "a.js");

  EXPECT_NE(first, added);
  EXPECT_NE(added, written);
  EXPECT_EQ(folder_state(folder.path(), {}), first);
  EXPECT_EQ(folder_state("/nowhere/at/all", {}), 0u);
}

}  // namespace
}  // namespace pairbook::relay
