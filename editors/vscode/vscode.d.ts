/** The parts of the API of VS Code that the extension uses; its own types are a package that only this would need. */
declare module 'vscode' {
  interface WorkspaceFolder {
    readonly uri: { readonly scheme: string; readonly fsPath: string };
  }
  export const workspace: {
    readonly workspaceFolders: readonly WorkspaceFolder[] | undefined;
    getConfiguration(section: string): { get<T>(name: string, otherwise: T): T };
  };
}
