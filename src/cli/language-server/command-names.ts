/** The commands of lenses, by which editors run them. */
export const COMMANDS = {
  events: 'eb-pattern.events',
  playground: 'eb-pattern.playground',
  addTest: 'eb-pattern.addTest',
} as const;
