# scipy's linear_sum_assignment on a matrix: scipy_question.py FILE. Says what `pairbook solve` says;
# reading is not counted.
import resource
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment

with open(sys.argv[1]) as file:
    rows, columns = map(int, file.readline().split())
    costs = np.fromfile(file, dtype=np.float64, sep=" ").reshape(rows, columns)
start = time.process_time()
row, column = linear_sum_assignment(costs)
took = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print("objective %d seconds %.4f peak_mib %.1f" % (int(costs[row, column].sum()), took, peak))
