#!/usr/bin/env python3
"""A PostgreSQL of one's own in a temporary folder. Usage: database.py COMMAND [ARGUMENT...]

Runs the command with PAIRBOOK_POSTGRES as the address of an empty database, and stops the server
afterwards. PostgreSQL refuses root, so for root it runs as the user `postgres`.
"""
import glob
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse


def programs():
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[4]))
    if not found:
        sys.exit("There is no PostgreSQL under /usr/lib/postgresql; ./tools/setup test installs it.")
    return pathlib.Path(found[-1])


class Database:
    """A server that listens on a socket in its folder only, and flushes as it would anywhere."""

    def __init__(self, settings=()):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pairbook-postgres-"))
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.programs = programs()
        self.user = None
        if os.getuid() == 0:
            self.user = pwd.getpwnam("postgres")
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.folder.chmod(0o755)
        made = subprocess.run(self.as_user("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8",
                                           "--no-locale", "--no-sync", "-D", str(self.data)),
                              capture_output=True, text=True, cwd=self.folder)
        if made.returncode:
            raise RuntimeError(made.stderr)
        with open(self.data / "postgresql.conf", "a") as file:
            file.write(f"listen_addresses = ''\nunix_socket_directories = '{self.folder}'\n"
                       "max_connections = 60\nshared_buffers = 32MB\n")
            file.writelines(line + "\n" for line in settings)
        self.process = None
        self.start()

    def as_user(self, program, *arguments):
        # It ends with us, however we end.
        become = ["setpriv", "--pdeathsig", "INT"]
        if self.user:
            become += [f"--reuid={self.user.pw_uid}", f"--regid={self.user.pw_gid}", "--clear-groups"]
        return [*become, str(self.programs / program), *arguments]

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.as_user("postgres", "-D", str(self.data)), stdout=log, stderr=log,
                                            cwd=self.folder)
        end = time.monotonic() + 60
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(self.log.read_text())
            time.sleep(0.05)

    def answers(self):
        return subprocess.run([self.programs / "pg_isready", "-q", "-h", str(self.folder)], check=False).returncode == 0

    def stop(self, number=signal.SIGINT):
        """SIGINT ends every connection and flushes; SIGQUIT does not even flush, as after a crash."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(60)

    def restart(self, number=signal.SIGINT):
        self.stop(number)
        self.start()

    def address(self, name="postgres"):
        return f"postgresql:///{name}?host={urllib.parse.quote(str(self.folder), safe='')}&user=postgres"

    def sql(self, text, name="postgres"):
        done = subprocess.run([self.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d",
                               self.address(name), "-c", text], capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout.strip()

    def fresh(self, name):
        """The address of a new, empty database."""
        self.sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        self.sql(f'CREATE DATABASE "{name}"')
        return self.address(name)

    def remove(self):
        self.stop(signal.SIGINT)
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()


def main():
    with Database() as database:
        address = database.fresh("pairbook")
        sys.exit(subprocess.run(sys.argv[1:], env={**os.environ, "PAIRBOOK_POSTGRES": address}, check=False).returncode)


if __name__ == "__main__":
    main()
