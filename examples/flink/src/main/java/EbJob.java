import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.reader.StreamFormat;
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
    // No operator changes a block that it has passed on.
    env.getConfig().enableObjectReuse();
    boolean once = args.length > 7;
    DataStream<byte[]> events = files(env, new LineBlocks(), args[1], once, "events");
    DataStream<String> changes = files(env, new TextLineInputFormat(), args[2], once, "changes").setParallelism(1);
    SingleOutputStreamOperator<byte[]> matched =
        events
            .connect(changes.broadcast())
            .transform("eb-pattern", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO, new RouteOperator(args[4], args[5]));
    write(matched, args[3] + "/matched");
    write(matched.getSideOutput(RouteOperator.REFUSED), args[3] + "/refused");
    write(matched.getSideOutput(RouteOperator.CHANGES), args[3] + "/changes");
    env.execute("eb-pattern");
  }

  private static <T> SingleOutputStreamOperator<T> files(
      StreamExecutionEnvironment env, StreamFormat<T> format, String folder, boolean once, String name) {
    FileSource.FileSourceBuilder<T> source = FileSource.forRecordStreamFormat(format, new Path(folder));
    if (!once) source.monitorContinuously(Duration.ofMillis(500));
    return env.fromSource(source.build(), WatermarkStrategy.noWatermarks(), name);
  }

  private static void write(DataStream<byte[]> lines, String folder) {
    Encoder<byte[]> asTheyAre = (bytes, file) -> file.write(bytes);
    lines.sinkTo(
        FileSink.forRowFormat(new Path(folder), asTheyAre)
            .withRollingPolicy(OnCheckpointRollingPolicy.build())
            .build());
  }
}
