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
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Events (first input) against patterns that change while the job runs (second input, broadcast). Each subtask has one process of worker.mjs
 * and sends it many events at once. A batch is judged before every checkpoint barrier, so no event is in the process when a checkpoint is
 * taken: with a source and a sink that are exactly once, so are the answers.
 */
public final class RouteOperator extends AbstractStreamOperator<String> implements TwoInputStreamOperator<String, String, String> {
  /** Lines that are not events. */
  static final OutputTag<String> REFUSED = new OutputTag<>("refused", Types.STRING);
  /** Each change of the patterns, when a subtask has made it, or why it could not. */
  static final OutputTag<String> CHANGES = new OutputTag<>("changes", Types.STRING);

  private static final int BATCH_CHARS = 1 << 18;
  /** The longest time that an event waits for others, in ms. */
  private static final long LINGER = 20;
  /** The key in the state that says that the first patterns are complete. No pattern has an empty id. */
  private static final String STARTED = "";

  private final String node;
  private final String worker;
  private transient BroadcastState<String, String> patterns;
  private transient ListState<String> waitingState;
  private transient List<String> batch;
  private transient int chars;
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
    waitingState = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("waiting", Types.STRING));
    batch = new ArrayList<>();
    for (String event : waitingState.get()) batch.add(event);
  }

  @Override
  public void open() throws Exception {
    process = new ProcessBuilder(node, worker).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    toWorker = new DataOutputStream(process.getOutputStream());
    fromWorker = new DataInputStream(process.getInputStream());
    for (Map.Entry<String, String> one : patterns.immutableEntries()) {
      if (!one.getKey().equals(STARTED)) ask('+', one.getKey() + "\t" + one.getValue());
    }
    if (patterns.contains(STARTED)) judge();
  }

  @Override
  public void processElement1(StreamRecord<String> event) throws Exception {
    batch.add(event.getValue());
    // Before the first patterns are complete, events wait in the state.
    if (!patterns.contains(STARTED)) return;
    chars += event.getValue().length();
    if (chars >= BATCH_CHARS) judge();
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
      error = ask('+', words[1] + "\t" + words[2]);
      if (error.isEmpty()) patterns.put(words[1], words[2]);
    } else if (words[0].equals("del") && words.length == 2 && !words[1].isEmpty()) {
      ask('-', words[1]);
      patterns.remove(words[1]);
    } else {
      error = "not a change";
    }
    output.collect(CHANGES, new StreamRecord<>((error.isEmpty() ? "done\t" : "refused: " + error + "\t") + change.getValue()));
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

  private void judge() throws IOException {
    if (batch.isEmpty()) return;
    String[] answers = ask('?', String.join("\n", batch)).split("\n");
    if (answers.length != batch.size()) throw new IOException("eb-pattern answered " + answers.length + " of " + batch.size() + " events");
    for (int i = 0; i < answers.length; i++) {
      if (answers[i].equals("[]")) continue;
      if (answers[i].equals("null")) output.collect(REFUSED, new StreamRecord<>(batch.get(i)));
      else output.collect(new StreamRecord<>("{\"ids\":" + answers[i] + ",\"event\":" + batch.get(i) + "}"));
    }
    batch.clear();
    chars = 0;
  }

  /** A frame: a letter, the number of bytes, the bytes. The answer is a number of bytes and the bytes. */
  private String ask(char kind, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] head = {(byte) kind, (byte) (bytes.length >> 24), (byte) (bytes.length >> 16), (byte) (bytes.length >> 8), (byte) bytes.length};
    toWorker.write(head);
    toWorker.write(bytes);
    toWorker.flush();
    try {
      byte[] answer = new byte[fromWorker.readInt()];
      fromWorker.readFully(answer);
      return new String(answer, StandardCharsets.UTF_8);
    } catch (EOFException ended) {
      throw new IOException("eb-pattern has ended; its last words are in the output of the task manager");
    }
  }
}
