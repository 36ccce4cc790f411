import java.io.IOException;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.SimpleStreamFormat;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.FSDataInputStream;

/**
 * Files as blocks of whole lines, without the newline of the last one. A text is never decoded, and an engine that moves a block at a time
 * costs little for each event.
 */
final class LineBlocks extends SimpleStreamFormat<byte[]> {
  private static final int SIZE = 1 << 16;

  @Override
  public StreamFormat.Reader<byte[]> createReader(Configuration config, FSDataInputStream in) {
    return new BlockReader(in);
  }

  @Override
  public TypeInformation<byte[]> getProducedType() {
    return PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO;
  }

  /** Blocks depend on the bytes of the file alone: after a failure Flink counts them to find its place again. */
  private static final class BlockReader implements StreamFormat.Reader<byte[]> {
    private final FSDataInputStream in;
    private byte[] rest = {};

    BlockReader(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public byte[] read() throws IOException {
      byte[] block = rest;
      for (int seen = 0; ; ) {
        byte[] more = new byte[block.length + SIZE];
        System.arraycopy(block, 0, more, 0, block.length);
        int read = in.readNBytes(more, block.length, SIZE);
        block = read == SIZE ? more : Arrays.copyOf(more, block.length + read);
        if (read < SIZE) {
          rest = new byte[0];
          if (block.length == 0) return null;
          return block[block.length - 1] == '\n' ? Arrays.copyOf(block, block.length - 1) : block;
        }
        for (int i = block.length - 1; i >= seen; i--) {
          if (block[i] != '\n') continue;
          rest = Arrays.copyOfRange(block, i + 1, block.length);
          return Arrays.copyOf(block, i);
        }
        seen = block.length;
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
