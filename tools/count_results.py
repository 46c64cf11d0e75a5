"""Counts what a CTest run really ran.

Usage: count_results.py BUILD_FOLDER

GoogleTest programs leave test-results/NAME.xml, and each of their tests counts. A CTest test
without such a file (a script) counts as one. A program that ended badly without a failed test of
its own (a crash, a sanitizer's report at exit) or that ran nothing counts as one failure.
"""

import pathlib
import sys
import xml.etree.ElementTree as xml


def counts_of_googletest(path):
    passed = failed = skipped = 0
    for case in xml.parse(path).iter("testcase"):
        if case.find("failure") is not None:
            failed += 1
        elif case.get("result") == "completed":
            passed += 1
        else:
            skipped += 1
    return passed, failed, skipped


def main(folder):
    passed = failed = skipped = 0
    junit = folder / "ctest.xml"
    if not junit.exists():
        print(f"{folder}: CTest left no results")
        return 0, 1
    for test in xml.parse(junit).iter("testcase"):
        name, well = test.get("name"), test.get("status") == "run"
        results = folder / "test-results" / f"{name}.xml"
        if not results.exists():
            # A GoogleTest program that crashed before it could write lands here too.
            passed, failed = (passed + 1, failed) if well else (passed, failed + 1)
            continue
        try:
            p, f, s = counts_of_googletest(results)
        except xml.ParseError:
            p, f, s = 0, 1, 0
        if p + f == 0:
            print(f"{name}: ran no test")
            f = 1
        elif not well and f == 0:
            print(f"{name}: ended badly although its tests passed")
            f = 1
        passed, failed, skipped = passed + p, failed + f, skipped + s
    if skipped:
        print(f"{skipped} skipped")
    return passed, failed


if __name__ == "__main__":
    passed, failed = main(pathlib.Path(sys.argv[1]))
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed != 0)
