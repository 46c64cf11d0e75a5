"""Runs the functions of a script whose names begin with test_, and writes what CTest's counting reads."""
import os
import pathlib
import sys
import time
import traceback
import xml.etree.ElementTree as xml


def run_tests(suite_name, functions):
    """Arguments of the script: PROGRAM [RESULTS.xml [NAME...]]. Ends the script."""
    wanted = sys.argv[3:]
    suite = xml.Element("testsuite", name=suite_name)
    failed = 0
    for name, test in list(functions.items()):
        if not name.startswith("test_") or (wanted and name not in wanted):
            continue
        begun = time.monotonic()
        case = xml.SubElement(suite, "testcase", name=name, classname=suite_name, status="run", result="completed")
        try:
            test()
        except Exception:  # noqa: BLE001
            failed += 1
            xml.SubElement(case, "failure").text = traceback.format_exc()
            print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
        took = time.monotonic() - begun
        case.set("time", f"{took:.3f}")
        if os.environ.get("PAIRBOOK_TIMES"):
            print(f"  {took:6.2f} s {name}", flush=True)
    if len(sys.argv) > 2 and sys.argv[2] != "-":
        pathlib.Path(sys.argv[2]).parent.mkdir(parents=True, exist_ok=True)
        xml.ElementTree(suite).write(sys.argv[2])
    print(f"{len(suite) - failed} passed, {failed} failed")
    sys.exit(failed != 0)
