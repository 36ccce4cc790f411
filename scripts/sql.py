"""Runs the conditions of scripts/sql.ts in one engine. Exit code 1 for a missed match, an error, or too wide conditions."""
import json, sys, time

ENGINE, FOLDER, DIALECT = sys.argv[1:]
WIDEST = 0.15
rows = [json.loads(line) for line in open(f'{FOLDER}/pairs.ndjson', encoding='utf-8')]

if ENGINE == 'duckdb':
    import duckdb
    db = duckdb.connect()
    db.execute('set threads=1')
    def ask(where, events):
        table = 'select unnest(?) as i, unnest(?::VARCHAR[]) as value'
        found = db.execute(f'select ({where}) from ({table}) order by i', [list(range(len(events))), events])
        return [one[0] for one in found.fetchall()]
else:
    from chdb import session
    db = session.Session()
    def ask(where, events):
        with open(f'{FOLDER}/events.jsonl', 'w') as out:
            for i, event in enumerate(events):
                out.write(json.dumps({'i': i, 'value': event}) + '\n')
        file = f"file('{FOLDER}/events.jsonl', 'JSONEachRow', 'i UInt32, value String')"
        return [one == '1' for one in str(db.query(f'select toUInt8({where}) from {file} order by i', 'TSV')).split()]

start = time.time()
pairs = matches = missed = unnamed = ordinary = wider = errors = 0
for row in rows:
    cases = row['cases']
    if not cases:
        continue
    where = row['where'][ENGINE]
    events = [event for event, *_ in cases]
    try:
        answers = ask(where['condition'], events)
        # No field is wider: only rows that the guard leaves out may pass without matching, and those with deep arrays.
        guarded = ask(f"CASE WHEN {where['guard']} THEN true ELSE false END", events) if not where['wider'] else answers
        assert len(answers) == len(guarded) == len(cases)
    except Exception as error:
        errors += 1
        if errors < 4:
            print('  error:', row['pattern'][:200], str(error)[:300])
        continue
    for (event, holds, is_ordinary, is_deep), answer, is_read in zip(cases, answers, guarded):
        pairs += 1
        matches += holds
        ordinary += is_ordinary
        wider += is_ordinary and bool(answer) and not holds
        if is_ordinary and answer and is_read and not holds and not where['wider'] and not is_deep:
            unnamed += 1
            if unnamed < 6:
                print('  wider without a reason:', row['pattern'][:500], event[:500])
        if holds and not answer:
            missed += 1
            if missed < 6:
                print('  missed:', row['pattern'][:500], event[:500])
share = wider / max(1, ordinary)
ok = missed == unnamed == 0 and errors == 0 and share <= WIDEST
print(f"{'✓' if ok else '✗'} {DIALECT}, {ENGINE}: {pairs} pairs, {matches} match, {missed} missed, {errors} errors; "
      f'{wider} of {ordinary} ordinary events pass and do not match ({share:.1%}), {unnamed} of them without a reason, {time.time() - start:.0f} s')
sys.exit(0 if ok else 1)
