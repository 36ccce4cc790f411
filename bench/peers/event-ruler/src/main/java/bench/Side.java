package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * How many events does event-ruler match in a second of processor time? Arguments: a file of patterns, a file of events, one a line. Each line of
 * standard input asks for so many passes over the events; each is answered by a line of JSON. The first line says that the machine is built.
 */
public final class Side {
  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final Machine machine = Machine.builder().build();
  /** Strings, as its own benchmark has them: what it would cost to decode them is not asked. */
  private List<String> events = List.of();

  private Side(Path patterns) throws IOException {
    int id = 0;
    for (String pattern : Files.readAllLines(patterns)) {
      machine.addRule("p" + id++, pattern);
    }
  }

  /** The heap after a collection of garbage. */
  private static long alive() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private long pass() throws Exception {
    long matches = 0;
    for (String event : events) {
      matches += machine.rulesForJSONEvent(event).size();
    }
    return matches;
  }

  private String round(int passes) throws Exception {
    long thread = threadTime();
    long process = PROCESS.getProcessCpuTime();
    long matches = 0;
    for (int i = 0; i < passes; i++) {
      matches += pass();
    }
    return String.format(
        java.util.Locale.ROOT,
        "{\"events\":%d,\"matches\":%d,\"cpuSeconds\":%.9f,\"threadSeconds\":%.9f}",
        (long) passes * events.size(),
        matches,
        (PROCESS.getProcessCpuTime() - process) / 1e9,
        (threadTime() - thread) / 1e9);
  }

  private static long threadTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws Exception {
    long before = alive();
    long start = System.nanoTime();
    Side side = new Side(Path.of(args[0]));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        java.util.Locale.ROOT, "{\"builtSeconds\":%.6f,\"bytes\":%d}%n", seconds, alive() - before);
    side.events = Files.readAllLines(Path.of(args[1]));
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      System.out.println(side.round(Integer.parseInt(line.trim())));
      System.out.flush();
    }
  }
}
