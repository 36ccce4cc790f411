"""Runs jobs of eb_spark.py one after the other in one session of Spark, so that only the first starts the engine. For .ci/spark.

    spark-submit --archives eb.tgz#eb scripts/spark/session.py REQUESTS

Each line of REQUESTS, a pipe, is a job: EB_CAT and the arguments, with tabs between them. Standard output gets what the job prints or why it
was refused, then a line `ended`.
"""
import os
import runpy
import sys

from pyspark.sql import SparkSession

SparkSession.stop = lambda session: None
with open(sys.argv[1]) as requests:
    for line in requests:
        os.environ['EB_CAT'], *sys.argv[1:] = line.rstrip('\n').split('\t')
        try:
            runpy.run_path('eb_spark.py', run_name='__main__')
        except SystemExit as refused:
            print(refused)
        print('ended', flush=True)
