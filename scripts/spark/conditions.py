"""Compares the conditions of `eb-pattern sql --target spark` with the matcher, on the pairs that scripts/sql.ts writes. For .ci/spark.

    EB_PATTERN_SQL_PAIRS=FOLDER tsx scripts/sql.ts
    python conditions.py FOLDER

Exit code 1 for a missed match, an error, or too wide conditions.
"""
import json
import pathlib
import sys
import time

from pyspark.sql import SparkSession

WIDEST = 0.15
# Planning a query takes longer than its rows do.
TOGETHER = 20

folder = pathlib.Path(sys.argv[1])
settings = {'spark.ui.enabled': 'false', 'spark.driver.memory': '2g', 'spark.sql.codegen.wholeStage': 'false', 'spark.sql.codegen.factoryMode': 'NO_CODEGEN'}
spark = SparkSession.builder.master('local[1]').config(map=settings).getOrCreate()
spark.sparkContext.setLogLevel('OFF')


def ask(rows):
    """The answers for the events of each row, in their order; one query for all rows."""
    events = [(i, case['event']) for i, row in enumerate(rows) for case in row['cases']]
    spark.createDataFrame(events, 'row int, value string').coalesce(1).createOrReplaceTempView('events')
    whens = ' '.join(f"WHEN {i} THEN {row['where']['spark']['condition']}" for i, row in enumerate(rows))
    answers = [one.answer for one in spark.sql(f'SELECT CASE row {whens} END AS answer FROM events').collect()]
    if len(answers) != len(events):
        raise ValueError(f'{len(answers)} answers for {len(events)} events')
    found = []
    for row in rows:
        found.append(answers[:len(row['cases'])])
        answers = answers[len(row['cases']):]
    return found


def answered(rows):
    """A row whose condition is refused has the error in place of answers."""
    try:
        return ask(rows)
    except Exception as error:
        if len(rows) == 1:
            return [error]
        half = len(rows) // 2
        return answered(rows[:half]) + answered(rows[half:])


def compare(dialect, rows):
    start = time.time()
    pairs = matches = missed = ordinary = wider = errors = 0
    for at in range(0, len(rows), TOGETHER):
        some = rows[at:at + TOGETHER]
        for row, answers in zip(some, answered(some)):
            if isinstance(answers, Exception):
                errors += 1
                if errors < 4:
                    print('  error:', row['pattern'][:200], str(answers)[:300])
                continue
            for case, answer in zip(row['cases'], answers):
                pairs += 1
                matches += case['matches']
                ordinary += case['isOrdinary']
                wider += case['isOrdinary'] and bool(answer) and not case['matches']
                if case['matches'] and not answer:
                    missed += 1
                    if missed < 6:
                        print('  missed:', row['pattern'][:500], case['event'][:500])
    part = wider / max(1, ordinary)
    ok = matches > 0 and missed == 0 and errors == 0 and part <= WIDEST
    print(f"{'✓' if ok else '✗'} {dialect}, spark: {pairs} pairs, {matches} match, {missed} missed, {errors} errors; "
          f'{wider} of {ordinary} ordinary events pass and do not match ({part:.1%}), {time.time() - start:.0f} s', flush=True)
    return ok


files = sorted(folder.glob('*.ndjson'))
results = []
for file in files:
    rows = [json.loads(line) for line in file.read_text(encoding='utf-8').split('\n')[:-1]]
    results.append(compare(file.stem, [row for row in rows if row['cases']]))
sys.exit(0 if results and all(results) else 1)
