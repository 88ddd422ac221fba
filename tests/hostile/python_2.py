"""Old code: a Python 2 print in the middle of the answer, np.float, a download at import."""
import urllib.request
DATA = urllib.request.urlopen("http://example.org/data.csv").read()
def xavier_init(fan_in, fan_out):
    print "initialising", fan_in, fan_out
    return DATA
