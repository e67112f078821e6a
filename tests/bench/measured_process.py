"""What a process costs, from cold."""

import os
import sys
import time


def measure_process(command, output=os.devnull, exit_code=0):
    """Runs `command`, which has to end with `exit_code`, its output into a file: its processor and wall time in ms and
    its peak memory in MiB.

    It is started by a Python that has loaded next to nothing: the system counts as a process's peak also what whoever
    starts it held at that moment, here some 9 MiB.
    """
    import subprocess  # not at the top: the Python that measures does without

    words = [sys.executable, "-I", "-S", __file__, output, exit_code, *command]
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"bench: failed: {' '.join(map(str, command))}")
    cpu, wall, memory = map(float, done.stdout.split())
    return {"cpu": cpu, "wall": wall, "memory": memory}


def main(output, exit_code, *command):
    files = [
        (os.POSIX_SPAWN_OPEN, 1, output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    start = time.perf_counter()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    print((usage.ru_utime + usage.ru_stime) * 1e3, wall * 1e3, usage.ru_maxrss / 1024)
    return 0 if os.waitstatus_to_exitcode(status) == int(exit_code) else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
