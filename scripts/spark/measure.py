"""How much processor time a job of eb_spark.py takes, beside the same command on one machine. For docs/scale.md; Linux only.

    tar xzf eb.tgz
    spark-submit --master 'local[2]' --archives eb.tgz#eb scripts/spark/measure.py filter|tally LISTING [ROUNDS]

Prints a line of JSON for each round: seconds of all processes (JVM, Python, Node) for the job and for the command. The first round also
starts the engine and compiles; later ones are warm.
"""
import json
import os
import resource
import runpy
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

TICK = os.sysconf('SC_CLK_TCK')


def cpu_of_tree(root):
    """Seconds of a process and all below it, those that have ended and were waited for too."""
    parents, times = {}, {}
    for name in filter(str.isdigit, os.listdir('/proc')):
        try:
            with open(f'/proc/{name}/stat') as file:
                fields = file.read().rpartition(') ')[2].split()
        except OSError:
            continue
        parents[int(name)], times[int(name)] = int(fields[1]), sum(map(int, fields[11:15])) / TICK
    below = {root}
    while more := {child for child, parent in parents.items() if parent in below} - below:
        below |= more
    return sum(times.get(one, 0) for one in below)


# A long session: it is started and has unpacked the archive once.
SparkSession.stop = lambda session: None
what, listing, *rounds = sys.argv[1:]
home = os.getcwd()
script = f'{home}/eb_spark.py'
command = {'filter': ['filter', f'{home}/set.json'], 'tally': ['route', f'{home}/set.json', '--summary', '--format', 'json']}[what]
program = [f'{home}/bin/node', f'{home}/package/dist/cli/bin.js', *command, '--files-from', listing, '--jobs', '1', '--no-config']
for number in range(int(rounds[0]) if rounds else 3):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(program, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    alone = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with tempfile.TemporaryDirectory() as folder:
        sys.argv = [script, what, listing, f'{folder}/out']
        begun = cpu_of_tree(os.getppid())
        runpy.run_path(script, run_name='__main__')
        job = cpu_of_tree(os.getppid()) - begun
    print(json.dumps({'job': what, 'round': number, 'alone': round(alone, 2), 'spark': round(job, 2)}), flush=True)
