// The state of this run that every part of the stand-in shares. Nothing here is part of Electron.

export interface Manifest {
  readonly name?: string
  readonly productName?: string
  readonly version?: string
  readonly main?: string
}

export const run = {
  /** The app's folder, as `app.getAppPath()` gives it. */
  packageDir: process.cwd(),
  manifest: {} as Manifest, // replaced by the launcher before the app is loaded
  /** What followed the executable on the command line. */
  argv: [] as readonly string[], // set by the launcher
  /** Switches that the app added for Chromium. */
  switches: [] as string[], // filled by app.commandLine
  ready: false,
  quitting: false,
  exiting: false,
  /** Windows are shown to a person (`npm start`) instead of being kept in memory. */
  headed: process.env['STANDIN_HEADED'] === '1',
}

let markReady: () => void
export const ready = new Promise<void>((resolve) => {
  markReady = resolve
})

export const becomeReady = () => {
  run.ready = true
  markReady()
}

export const later = (work: () => void) => setImmediate(work)

export const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

export const say = (text: string) => process.stderr.write(`stand-in: ${text}\n`)

/** Value of `--name=value`, '' for a bare `--name`, undefined when it is absent. */
export const argument = (name: string): string | undefined => {
  const found = run.argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`))
  return found?.slice(name.length + 3)
}
