package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.Ruler;

/**
 * The verdicts of event-ruler. The file has an object in each line: either a pattern and events, answered by "refused" or one character for
 * each event (1 match, 0 no match, d when a machine and Ruler.matchesRule disagree, e for an exception); or texts of numbers, answered by
 * what Double.toString makes of them, with blanks between.
 */
public final class Verdicts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Verdicts() {}

  public static void main(String[] args) throws Exception {
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode asked = JSON.readTree(line);
        out.println(asked.has("numbers") ? texts(asked.get("numbers")) : verdicts(asked));
      }
    }
  }

  private static String texts(JsonNode numbers) {
    StringBuilder answer = new StringBuilder();
    for (JsonNode number : numbers) {
      answer.append(answer.length() == 0 ? "" : " ").append(Double.parseDouble(number.asText()));
    }
    return answer.toString();
  }

  private static String verdicts(JsonNode asked) {
    String pattern = asked.get("pattern").asText();
    Machine machine = Machine.builder().build();
    try {
      machine.addRule("rule", pattern);
    } catch (IOException | RuntimeException refused) {
      return "refused";
    }
    StringBuilder answer = new StringBuilder();
    for (JsonNode event : asked.get("events")) {
      answer.append(verdict(machine, pattern, event.asText()));
    }
    return answer.toString();
  }

  private static char verdict(Machine machine, String pattern, String event) {
    try {
      boolean matches = !machine.rulesForJSONEvent(event).isEmpty();
      if (matches != Ruler.matchesRule(event, pattern)) {
        return 'd';
      }
      return matches ? '1' : '0';
    } catch (Exception failed) {
      return 'e';
    }
  }
}
