/** Packages that read columns. They are installed by those who need them. */
import { Failure } from '../findings/failure.ts';

/** @throws Failure that says how the package is installed */
export async function peer<T>(name: string, file: string, format: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (thrown) {
    const { code, message } = thrown as NodeJS.ErrnoException;
    const why =
      code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND'
        ? `${format} is read with the package ${name}, which is not installed`
        : `the package ${name} cannot be loaded (${message})`;
    throw new Failure({ file, message: `${why}; write \`npm install ${name}\`` });
  }
}
