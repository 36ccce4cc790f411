import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Events (first input: lines of UTF-8, one or many in a record) against patterns that change while the job runs (second input, broadcast).
 * Each subtask has one process of worker.mjs and sends it many events at once. A batch is judged before every checkpoint barrier, so no event
 * is in the process when a checkpoint is taken: with a source and a sink that are exactly once, so are the answers. Results are whole lines.
 */
public final class RouteOperator extends AbstractStreamOperator<byte[]> implements TwoInputStreamOperator<byte[], String, byte[]> {
  /** Lines that are not events. */
  static final OutputTag<byte[]> REFUSED = new OutputTag<>("refused", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
  /** Each change of the patterns, when a subtask has made it, or why it could not. */
  static final OutputTag<byte[]> CHANGES = new OutputTag<>("changes", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private static final int BATCH_BYTES = 1 << 18;
  /** The longest time that an event waits for others, in ms. */
  private static final long LINGER = 20;
  /** The key in the state that says that the first patterns are complete. No pattern has an empty id. */
  private static final String STARTED = "";

  private final String node;
  private final String worker;
  private transient BroadcastState<String, String> patterns;
  private transient ListState<byte[]> waitingState;
  private transient List<byte[]> batch;
  private transient int bytes;
  private transient boolean timed;
  private transient Process process;
  private transient DataOutputStream toWorker;
  private transient DataInputStream fromWorker;

  RouteOperator(String node, String worker) {
    this.node = node;
    this.worker = worker;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    patterns = context.getOperatorStateStore().getBroadcastState(new MapStateDescriptor<>("patterns", Types.STRING, Types.STRING));
    waitingState = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("waiting", byte[].class));
    batch = new ArrayList<>();
    for (byte[] events : waitingState.get()) add(events);
  }

  @Override
  public void open() throws Exception {
    process = new ProcessBuilder(node, worker).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    toWorker = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    fromWorker = new DataInputStream(process.getInputStream());
    for (Map.Entry<String, String> one : patterns.immutableEntries()) {
      if (!one.getKey().equals(STARTED)) make('+', one.getKey() + "\t" + one.getValue());
    }
    if (patterns.contains(STARTED)) judge();
  }

  @Override
  public void processElement1(StreamRecord<byte[]> events) throws Exception {
    add(events.getValue());
    // Before the first patterns are complete, events wait in the state.
    if (!patterns.contains(STARTED)) return;
    if (bytes >= BATCH_BYTES) judge();
    else if (!timed) {
      timed = true;
      getProcessingTimeService().registerTimer(getProcessingTimeService().getCurrentProcessingTime() + LINGER, time -> {
        timed = false;
        judge();
      });
    }
  }

  /** `add ID PATTERN`, `del ID`, or `start` when the first patterns are complete; the words are separated by tabs. */
  @Override
  public void processElement2(StreamRecord<String> change) throws Exception {
    // Events that came before the change are judged by the patterns before it.
    if (patterns.contains(STARTED)) judge();
    String[] words = change.getValue().split("\t", 3);
    String error = "";
    if (words[0].equals("start")) {
      patterns.put(STARTED, "");
      judge();
    } else if (words[0].equals("add") && words.length == 3 && !words[1].isEmpty()) {
      error = make('+', words[1] + "\t" + words[2]);
      if (error.isEmpty()) patterns.put(words[1], words[2]);
    } else if (words[0].equals("del") && words.length == 2 && !words[1].isEmpty()) {
      make('-', words[1]);
      patterns.remove(words[1]);
    } else {
      error = "not a change";
    }
    String said = (error.isEmpty() ? "done" : "refused: " + error) + "\t" + change.getValue() + "\n";
    output.collect(CHANGES, new StreamRecord<>(said.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    if (patterns.contains(STARTED)) judge();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    waitingState.update(batch);
  }

  @Override
  public void finish() throws Exception {
    if (patterns.contains(STARTED)) judge();
  }

  @Override
  public void close() throws Exception {
    if (process != null) process.destroyForcibly();
    super.close();
  }

  private void add(byte[] events) {
    batch.add(events);
    bytes += events.length + 1;
  }

  private void judge() throws IOException {
    if (batch.isEmpty()) return;
    begin('?', bytes);
    for (byte[] events : batch) {
      toWorker.write(events);
      toWorker.write('\n');
    }
    byte[] matched = answer();
    byte[] refused = answer();
    if (matched.length > 0) output.collect(new StreamRecord<>(matched));
    if (refused.length > 0) output.collect(REFUSED, new StreamRecord<>(refused));
    batch.clear();
    bytes = 0;
  }

  /** Makes a change; returns why it is refused, or an empty text. */
  private String make(char kind, String text) throws IOException {
    byte[] change = text.getBytes(StandardCharsets.UTF_8);
    begin(kind, change.length);
    toWorker.write(change);
    return new String(answer(), StandardCharsets.UTF_8);
  }

  /** A frame: a letter, the number of bytes, the bytes. */
  private void begin(char kind, int length) throws IOException {
    toWorker.writeByte(kind);
    toWorker.writeInt(length);
  }

  /** The number of bytes, and the bytes. */
  private byte[] answer() throws IOException {
    toWorker.flush();
    try {
      byte[] answer = new byte[fromWorker.readInt()];
      fromWorker.readFully(answer);
      return answer;
    } catch (EOFException ended) {
      throw new IOException("eb-pattern has ended; its last words are in the output of the task manager");
    }
  }
}
