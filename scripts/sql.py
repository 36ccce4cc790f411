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
    named = [one['path'] for one in where['wider']]
    events = [case['event'] for case in cases]
    try:
        answers = ask(where['condition'], events)
        assert len(answers) == len(cases)
        wide = [case for case, answer in zip(cases, answers) if answer and case['isOrdinary'] and not case['matches']]
        # All fields that do not hold are wider in the condition. Only a row that the guard leaves out needs no comment.
        odd = [case for case in wide if 'failing' in case and
               (any(path not in named for path in case['failing']) or not named)]
        guarded = ask(f"CASE WHEN {where['guard']} THEN true ELSE false END", [case['event'] for case in odd]) if odd else []
    except Exception as error:
        errors += 1
        if errors < 4:
            print('  error:', row['pattern'][:200], str(error)[:300])
        continue
    for case, is_read in zip(odd, guarded):
        if is_read:
            unnamed += 1
            if unnamed < 6:
                print('  wider without a reason:', row['pattern'][:500], case['event'][:500])
    pairs += len(cases)
    matches += sum(case['matches'] for case in cases)
    ordinary += sum(case['isOrdinary'] for case in cases)
    wider += len(wide)
    for case, answer in zip(cases, answers):
        if case['matches'] and not answer:
            missed += 1
            if missed < 6:
                print('  missed:', row['pattern'][:500], case['event'][:500])
share = wider / max(1, ordinary)
ok = missed == unnamed == 0 and errors == 0 and share <= WIDEST
print(f"{'✓' if ok else '✗'} {DIALECT}, {ENGINE}: {pairs} pairs, {matches} match, {missed} missed, {errors} errors; "
      f'{wider} of {ordinary} ordinary events pass and do not match ({share:.1%}), {unnamed} of them without a reason, {time.time() - start:.0f} s')
sys.exit(0 if ok else 1)
