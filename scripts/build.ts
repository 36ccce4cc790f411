/** Builds what tsup does not, in one process: the command line, the schemas and the page. The build runs it. */
import { writeCli } from './cli/bundle.ts';
import { writePage } from './playground/build.ts';
import { writeSchemas } from './schemas.ts';

await Promise.all([writeCli(), writeSchemas(), writePage()]);
