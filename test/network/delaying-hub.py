# Cables that take time and lose some: makes TAP devices and passes on what comes in by one to the others, so many ms later, but for a share of it.
# For where the kernel has no netem. Reads and writes whole frames, so broadcast, multicast and IPv6 go through it as through a switch.
# arguments: ms, share lost, names of the devices. "ready" when they are there; then to each line of input how many frames were passed on and lost.
# Ends, and the devices with it, when its input does.
import errno
import fcntl
import json
import os
import random
import select
import struct
import sys
import time
from collections import deque

TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000
LONGEST_FRAME = 65536

delay, share_lost = float(sys.argv[1]) / 1000, float(sys.argv[2])


def open_tap(name):
    tap = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(tap, TUNSETIFF, struct.pack("16sH", name.encode(), IFF_TAP | IFF_NO_PI))
    return tap


taps = [open_tap(name) for name in sys.argv[3:]]
tap_of_address = {}
# In the order in which they are due, because all take as long.
under_way = deque()
counts = {"passed": 0, "lost": 0}


def take(tap):
    frame = os.read(tap, LONGEST_FRAME)
    target, sender = frame[:6], frame[6:12]
    tap_of_address[sender] = tap
    known = tap_of_address.get(target)
    for other in taps if known is None else [known]:
        if other == tap:
            continue
        if random.random() < share_lost:
            counts["lost"] += 1
        else:
            under_way.append((time.monotonic() + delay, other, frame))


def deliver():
    while under_way and under_way[0][0] <= time.monotonic():
        _, tap, frame = under_way.popleft()
        try:
            os.write(tap, frame)
            counts["passed"] += 1
        except OSError as error:
            # The device is down: what is sent to it is gone.
            if error.errno != errno.EIO:
                raise


poll = select.poll()
for source in [0, *taps]:
    poll.register(source, select.POLLIN)
print("ready", flush=True)
while True:
    until_due = max(0, under_way[0][0] - time.monotonic()) * 1000 if under_way else None
    for source, _ in poll.poll(until_due):
        if source != 0:
            take(source)
        elif sys.stdin.readline():
            print(json.dumps(counts), flush=True)
        else:
            sys.exit()
    deliver()
