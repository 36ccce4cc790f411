"""Runs the function in the engine of ClickHouse (the package chdb) on 200,000 rows: `python prove.py COMMAND`, the command of eb-pattern."""
import os, pathlib, shutil, sys, tempfile
import chdb

here = pathlib.Path(__file__).parent
with tempfile.TemporaryDirectory() as temp:
    folder = pathlib.Path(temp)
    shutil.copy(here / 'eb_matches.sh', folder)
    # chdb reads one file, with this name; a server reads `*_function.*ml`.
    shutil.copy(here / 'eb_matches_function.xml', folder / 'udf_config.xml')
    (folder / 'eb-pattern').write_text(f'#!/bin/sh\nexec {sys.argv[1]} "$@"\n')
    (folder / 'eb-pattern').chmod(0o755)
    (folder / 'set.json').write_text('{"source":["acs.oss"],"data":{"n":[{"numeric":[">",5]}]}}')
    os.environ['PATH'] = f"{temp}:{os.environ['PATH']}"
    event = """concat('{"source":"acs.', if(number % 2 = 0, 'oss', 'ecs'), '","data":{"n":', toString(number), ',"t":"\\\\t\\\\""}}')"""
    rows = f"SELECT if(number % 7 = 6, 'no event', {event}) AS body, number FROM numbers(200000)"
    expected = "multiIf(number % 7 = 6, 'null', number % 2 = 0 AND number > 5, 'true', 'false')"
    query = f'SELECT eb_matches(body) AS answer, countIf(answer = {expected}), count() FROM ({rows}) GROUP BY answer ORDER BY answer'
    found = str(chdb.query(query, 'CSV', udf_path=temp)).split()
    print(*found, sep='\n')
    sys.exit(0 if found == ['"false",85718,85718', '"null",28571,28571', '"true",85711,85711'] else 1)
