// Dialogs for a person in front of a shown window, by the `zenity` of a Linux desktop. Specs never come here.
import { execFile, spawnSync } from 'node:child_process'
import { run } from './run.ts'

export interface DialogOptions {
  readonly title?: string
  readonly message?: string
  readonly detail?: string
  readonly buttons?: readonly string[]
  readonly cancelId?: number
  readonly defaultId?: number
  readonly checkboxChecked?: boolean
  readonly defaultPath?: string
  readonly properties?: readonly string[]
  readonly filters?: readonly { readonly name: string; readonly extensions: readonly string[] }[]
  readonly signal?: AbortSignal
}

let found: boolean | undefined

/** Whether somebody can be asked. */
export const canAsk = (): boolean => {
  if (!run.headed || process.platform !== 'linux') return false
  found ??= spawnSync('zenity', ['--version']).status === 0
  return found
}

/** Chosen paths; none when the person cancelled. */
export const askForPaths = async (options: DialogOptions, isSave: boolean): Promise<string[]> => {
  const { properties = [], filters = [], defaultPath, title, signal } = options
  const answer = await zenity(
    [
      '--file-selection',
      ...(title === undefined ? [] : [`--title=${title}`]),
      ...(defaultPath === undefined ? [] : [`--filename=${defaultPath}`]),
      ...(isSave ? ['--save', '--confirm-overwrite'] : []),
      ...(properties.includes('openDirectory') ? ['--directory'] : []),
      ...(properties.includes('multiSelections') ? ['--multiple', '--separator=\n'] : []),
      ...filters.map(
        ({ name, extensions }) =>
          `--file-filter=${name} | ${extensions.map((ending) => `*.${ending}`.replace('*.*', '*')).join(' ')}`,
      ),
    ],
    signal,
  )
  return answer.split('\n').filter((path) => path !== '')
}

/** Index of the pressed button; `cancelId` when the box was closed. */
export const askForButton = async ({
  title,
  message,
  detail,
  buttons = ['OK'],
  cancelId = 0,
  signal,
}: DialogOptions): Promise<number> => {
  const text = [message, detail].filter((part) => part !== undefined).join('\n\n')
  // zenity lays extra buttons out from right to left.
  const words = buttons.toReversed().map((label) => `--extra-button=${label}`)
  const answer = await zenity(
    ['--question', '--switch', '--no-markup', `--title=${title ?? ''}`, `--text=${text}`, ...words],
    signal,
  )
  const pressed = buttons.indexOf(answer.trim())
  return pressed >= 0 ? pressed : cancelId
}

// It exits with 1 for "cancel" and for extra buttons, so what it printed is the answer.
const zenity = (words: readonly string[], signal: AbortSignal | undefined) =>
  new Promise<string>((resolve) => {
    execFile('zenity', words, { ...(signal ? { signal } : {}) }, (_error, printed) => resolve(printed))
  })
