import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.TextLineInputFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;

/**
 * EbJob HOST:PORT EVENTS CHANGES OUT NODE WORKER SUBTASKS [once]: events from the files of one folder, changes of patterns from those of another; new
 * files are read when they appear, or with `once` those that are there. OUT/matched, OUT/refused and OUT/changes have the results.
 */
public final class EbJob {
  public static void main(String[] args) throws Exception {
    String[] at = args[0].split(":");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createRemoteEnvironment(at[0], Integer.parseInt(at[1]));
    env.setParallelism(Integer.parseInt(args[6]));
    env.enableCheckpointing(500);
    boolean once = args.length > 7;
    DataStream<String> events = lines(env, args[1], once, "events");
    DataStream<String> changes = lines(env, args[2], once, "changes").setParallelism(1);
    SingleOutputStreamOperator<String> matched =
        events.connect(changes.broadcast()).transform("eb-pattern", Types.STRING, new RouteOperator(args[4], args[5]));
    write(matched, args[3] + "/matched");
    write(matched.getSideOutput(RouteOperator.REFUSED), args[3] + "/refused");
    write(matched.getSideOutput(RouteOperator.CHANGES), args[3] + "/changes");
    env.execute("eb-pattern");
  }

  private static SingleOutputStreamOperator<String> lines(StreamExecutionEnvironment env, String folder, boolean once, String name) {
    FileSource.FileSourceBuilder<String> source = FileSource.forRecordStreamFormat(new TextLineInputFormat(), new Path(folder));
    if (!once) source.monitorContinuously(Duration.ofMillis(500));
    return env.fromSource(source.build(), WatermarkStrategy.noWatermarks(), name);
  }

  private static void write(DataStream<String> lines, String folder) {
    lines.sinkTo(
        FileSink.forRowFormat(new Path(folder), new SimpleStringEncoder<String>("UTF-8"))
            .withRollingPolicy(OnCheckpointRollingPolicy.build())
            .build());
  }
}
