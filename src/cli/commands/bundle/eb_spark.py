"""Runs eb-pattern over many files of events on a Spark cluster (PySpark 3.5 or 4, with pandas and pyarrow).

    eb-pattern bundle spark -o eb.tgz PATTERNS…
    tar xzf eb.tgz eb_spark.py
    spark-submit --archives eb.tgz#eb eb_spark.py filter|tally|backtest LISTING OUT

LISTING has the name of a file of events on each line: an absolute path that every executor can read, or a URI; .gz and .zst are unpacked.
The names travel to the executors, and each task runs one process over all its files, so every verdict is that of eb-pattern itself.

    filter     OUT/kind=lines: the matching lines; its parts, one after the other, are the output of `eb-pattern filter`
    tally      OUT/kind=tally: {"id", "events"} of each pattern, as `eb-pattern route --summary` counts them
    backtest   OUT/kind=backtest: {"address", "old", "new", "lost", "gained", "examples"} of each change (see `bundle --old`)

OUT/kind=manifest has {"file", "events", "matched", "bad"} of each file of LISTING. A bad line fails the job with its file, line and
column; with `--on-bad-line skip` it is counted. When all of this has been written, OUT has a file _SUCCESS.

A URI is read by the command in EB_CAT, a line of bash that writes the file to its standard output: the URI is added as its last argument,
or replaces "$1" in it. If a command of the line fails, the task fails. The default is `hadoop fs -cat`, or the same from Spark's jars.
"""
import argparse
import concurrent.futures
import contextlib
import json
import os
import re
import signal
import struct
import subprocess
import sys
import tempfile
import threading

import pyspark
from pyspark import SparkFiles
from pyspark.sql import SparkSession

COMMANDS = {
    'filter': ['filter', 'set.json'],
    'tally': ['route', 'set.json', '--summary', '--format', 'json'],
    'backtest': ['backtest', 'old.json', 'set.json', '--format', 'json'],
}

# Writes the named files to their pipes, one after the other. 141: the reader has ended, and has said why.
FEEDER = '''set -o pipefail
eb_cat() ( %s
)
while IFS= read -r -d '' name && IFS= read -r -d '' pipe; do
  eb_cat "$name" </dev/null >"$pipe" || {
    code=$?; [ $code = 141 ] || echo "$name: EB_CAT ended with $code" >&2; kill -9 "$1" 2>/dev/null; exit 1
  }
done'''
HADOOP_CAT = '''if command -v hadoop >/dev/null; then hadoop fs -cat "$1"
else HADOOP_CONF_DIR=${HADOOP_CONF_DIR:-$EB_EMPTY_CONF} spark-class org.apache.hadoop.fs.FsShell -cat "$1"; fi'''


SETTINGS = {
    # Without sorting its rows a task writes the kinds into files of their own.
    'spark.sql.maxConcurrentOutputFileWriters': '4',
    # A row is a megabyte: compiling code for a few rows takes longer than they do.
    'spark.sql.codegen.wholeStage': 'false',
    'spark.sql.codegen.factoryMode': 'NO_CODEGEN',
}


class EbError(Exception):
    """What eb-pattern or EB_CAT wrote to standard error."""


def judge(job, names):
    """Runs one process over the files. Yields its output in pieces, then the counts of each file and the names by path."""
    home = os.path.abspath('eb' if os.path.isdir('eb') else SparkFiles.get('eb'))
    command = [f'{home}/{word}' if word.endswith('.json') else word for word in COMMANDS[job['what']]]
    with tempfile.TemporaryDirectory() as folder:
        paths, piped = [], []
        for i, name in enumerate(names):
            path = re.sub('^file:(//(localhost)?)?(?=/[^/])', '', name)
            if '://' in path:
                # The endings tell eb-pattern how to unpack it.
                path = f'{folder}/{i}' + ''.join(re.findall(r'\.\w+', name.split('?')[0].split('/')[-1])[-2:])
                os.mkfifo(path)
                piped += [name, path]
            paths.append(path)
        for file, listed in ('list', paths), ('feed', piped):
            with open(f'{folder}/{file}', 'wb') as out:
                out.write(b''.join(os.fsencode(one) + b'\0' for one in listed))
        # FsShell does not start without this file.
        with open(f'{folder}/core-site.xml', 'w') as out:
            out.write('<configuration/>')
        # Clusters put links to archives and files into the folder of a task.
        args = command + ['--no-config', '--allow-outside', '--jobs', '1', '--files-from', f'{folder}/list', '--null', '--manifest', f'{folder}/manifest']
        env = {name: value for name, value in os.environ.items() if not name.startswith(('EB_PATTERN_', 'NODE_'))}
        with open(f'{folder}/errors', 'w+b') as errors, open(f'{folder}/feed', 'rb') as feed:
            process = subprocess.Popen([f'{home}/bin/node', f'{home}/package/dist/cli/bin.js', *args, *job['flags']],
                                       env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors)
            # Spark's own programs are the last resort of the default.
            env['EB_EMPTY_CONF'] = folder
            env['PATH'] += os.pathsep + os.path.join(os.environ.get('SPARK_HOME') or os.path.dirname(pyspark.__file__), 'bin')
            feeder = subprocess.Popen(['bash', '-c', FEEDER % job['cat'], 'eb', str(process.pid)],
                                      env=env, stdin=feed, stderr=errors, start_new_session=True)
            # eb-pattern would wait for ever for a pipe that a killed feeder does not open.
            threading.Thread(target=lambda: feeder.wait() < 0 and process.kill(), daemon=True).start()
            try:
                yield from iter(lambda: process.stdout.read(1 << 20), b'')
                failed = process.wait()
                try:
                    # A file that EB_CAT cuts off is often a bad line first. After another bad line, EB_CAT may wait for a reader.
                    failed = feeder.wait(1 if failed else None) or failed
                except subprocess.TimeoutExpired:
                    pass
                if failed:
                    errors.seek(0)
                    said = errors.read().decode(errors='replace').strip() or f'eb-pattern or EB_CAT ended with {failed}'
                    # What a killed shell was reading looks cut off to eb-pattern.
                    if (feeder.returncode or 0) < 0:
                        said = f'EB_CAT ended with {feeder.returncode}'
                    for path, name in zip(paths, names):
                        said = said.replace(path, name)
                    raise EbError(said)
            finally:
                if process.poll() is None:
                    process.kill()
                if feeder.poll() is None or feeder.returncode < 0:
                    with contextlib.suppress(ProcessLookupError):
                        os.killpg(feeder.pid, signal.SIGKILL)
                process.wait()
                feeder.wait()
        with open(f'{folder}/manifest') as manifest:
            yield [{**json.loads(line), 'file': name} for name, line in zip(names, manifest)], dict(zip(paths, names))


def rows(job, groups):
    """For mapInArrow over the indexes of groups of names: the lines as they are, about a megabyte of them in a row, and the manifest."""
    def task(batches):
        import pyarrow as pa

        def batch(kind, block, size):
            # The first bytes of the block are not copied, and not decoded.
            value = pa.StringArray.from_buffers(1, pa.py_buffer(struct.pack('=2i', 0, size)), pa.py_buffer(block))
            return pa.record_batch([pa.array([kind], pa.string()), value], ['kind', 'value'])

        for index in (i for given in batches for i in given.column(0).to_pylist()):
            rest = b''
            for piece in judge(job, groups[index]):
                if isinstance(piece, tuple):
                    manifest = lines_of(piece[0])
                    yield batch('manifest', manifest, len(manifest))
                    continue
                block = rest + piece
                # Rows are written with a newline after each.
                end = block.rfind(b'\n')
                rest = block[end + 1:]
                if end >= 0:
                    yield batch('lines', block, end)
    return task


def lines_of(found):
    return '\n'.join(map(json.dumps, found)).encode()


def counts(job, index, names):
    """The counts of one task; index: the number of files before its own."""
    *pieces, (manifest, named) = judge(job, names)
    answer = json.loads(b''.join(pieces))
    if job['what'] == 'tally':
        return {'numbers': {one['id']: [one['events']] for one in answer['patterns']}, 'examples': {}, 'manifest': manifest}
    numbers, examples = {}, {}
    for one in answer['counted']:
        kinds = {kind: one[kind] for kind in ('lost', 'gained')}
        numbers[one['address']] = [one['matched']['old'], one['matched']['new'], *(found['events'] for found in kinds.values())]
        # The index puts examples of several tasks in the order of the listing.
        examples[one['address']] = {
            kind: [(index, i, {**example, 'file': named[example['file']]}) for i, example in enumerate(found['examples'])]
            for kind, found in kinds.items()}
    return {'numbers': numbers, 'examples': examples, 'manifest': manifest}


def merged(a, b):
    """The counts of two tasks together. All tasks have the same patterns."""
    for key, numbers in b['numbers'].items():
        a['numbers'][key] = [x + y for x, y in zip(a['numbers'][key], numbers)]
    for key, examples in b['examples'].items():
        for kind, found in examples.items():
            a['examples'][key][kind] = sorted(a['examples'][key][kind] + found, key=lambda one: one[:2])[:3]
    a['manifest'] += b['manifest']
    return a


def read_listing(spark, listing):
    """The names, in their order. The listing may be on any file system of Hadoop, or on the machine of the driver."""
    if os.path.isfile(listing):
        with open(listing) as file:
            text = file.read()
    else:
        text = read(spark, path_of(spark, listing))
    names = [line.rstrip('\r') for line in text.split('\n') if line.strip()]
    relative = [name for name in names if not name.startswith('/') and not re.match(r'[A-Za-z][\w+.-]*:/', name)]
    if not names or relative:
        raise SystemExit(f'eb_spark.py: {listing}: ' + (f'`{relative[0]}` is neither an absolute path nor a URI' if names else 'it names no file'))
    return names


def read_manifest(spark, folder):
    """What was written, read by the driver: for small files this takes less than a job of Spark."""
    path = path_of(spark, folder)
    parts = [one.getPath() for one in hadoop(spark, path).listStatus(path) if one.getPath().getName().startswith('part-')]
    with concurrent.futures.ThreadPoolExecutor(16) as readers:
        return [json.loads(line) for text in readers.map(lambda part: read(spark, part), parts) for line in text.splitlines()]


def write(spark, name, text):
    path = path_of(spark, name)
    file = hadoop(spark, path).create(path, False)
    file.write(bytearray(text))
    file.close()


def read(spark, path):
    file = hadoop(spark, path).open(path)
    try:
        return spark.sparkContext._jvm.org.apache.commons.io.IOUtils.toString(file, 'UTF-8')
    finally:
        file.close()


def path_of(spark, name):
    return spark.sparkContext._jvm.org.apache.hadoop.fs.Path(name)


def hadoop(spark, path):
    return path.getFileSystem(spark.sparkContext._jsc.hadoopConfiguration())


def result(what, total):
    """The counts of all tasks, one object for each pattern or change."""
    for key, numbers in total['numbers'].items():
        if what == 'tally':
            yield {'id': key, 'events': numbers[0]}
        else:
            examples = {kind: [example for *_, example in found] for kind, found in total['examples'][key].items()}
            yield {'address': key, **dict(zip(('old', 'new', 'lost', 'gained'), numbers)), 'examples': examples}


def main():
    parser = argparse.ArgumentParser(prog='eb_spark.py', description='eb-pattern over many files on Spark')
    parser.add_argument('what', choices=COMMANDS)
    parser.add_argument('listing', help='a file with the names of files of events')
    parser.add_argument('out', help='the folder to write, which does not exist')
    parser.add_argument('--tasks', type=int, help='into how many tasks the files are divided (default: as many as cores, or one for each 16 files)')
    for flag in '--well-formed', '--ids', '--invert':
        parser.add_argument(flag, action='store_true', help='as of eb-pattern')
    for flag in '--on-bad-line', '--max-line':
        parser.add_argument(flag, help='as of eb-pattern')
    given = vars(parser.parse_args())
    what, listing, out, tasks = (given.pop(name) for name in ('what', 'listing', 'out', 'tasks'))
    flags = []
    for name, value in given.items():
        if value:
            flags += ['--' + name.replace('_', '-')] + ([] if value is True else [value])
    cat = os.environ.get('EB_CAT') or HADOOP_CAT
    job = {'what': what, 'flags': flags, 'cat': cat if re.search(r'\$\{?1', cat) else cat + ' "$1"'}

    spark = SparkSession.builder.appName(f'eb-pattern {what}').config(map=SETTINGS).getOrCreate()
    sc = spark.sparkContext
    names = read_listing(spark, listing)
    path = path_of(spark, out)
    if hadoop(spark, path).exists(path):
        raise SystemExit(f'eb_spark.py: {out}: it exists; name another folder')
    n = min(len(names), tasks or max(sc.defaultParallelism, len(names) // 16))
    starts = [i * len(names) // n for i in range(n + 1)]
    groups = [names[a:b] for a, b in zip(starts, starts[1:])]
    try:
        if what == 'filter':
            df = spark.range(0, n, 1, n).mapInArrow(rows(job, groups), 'kind string, value string')
            df.write.partitionBy('kind').text(out)
        else:
            total = sc.parallelize(list(zip(starts, groups)), n).map(lambda one: counts(job, *one)).treeReduce(merged)
            for kind, found in (what, result(what, total)), ('manifest', total['manifest']):
                write(spark, f'{out}/kind={kind}/part-00000.txt', lines_of(found) + b'\n')
            write(spark, f'{out}/_SUCCESS', b'')
    except Exception as error:
        said = re.search(r'EbError: (.*(?:\n(?!\n|\t|\s+at |Traceback).*)*)', str(error))
        if said is None:
            raise
        raise SystemExit(f'eb_spark.py: {said[1]}')
    manifest = read_manifest(spark, f'{out}/kind=manifest')
    if sorted(one['file'] for one in manifest) != sorted(names):
        raise SystemExit(f'eb_spark.py: {out}: its manifest and the listing differ')
    events, matched, bad = (sum(one[key] for one in manifest) for key in ('events', 'matched', 'bad'))
    print(f'{len(names)} files, {events} events, {matched} matched, {bad} bad lines')
    spark.stop()


if __name__ == '__main__':
    main()
