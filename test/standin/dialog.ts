// dialog: nothing is drawn. A spec replaces these functions; a dialog that nobody answers is recorded, said, and cancelled.
import { record } from './record.ts'
import { say } from './run.ts'
import { strict } from './strict.ts'

interface Options {
  readonly title?: string
  readonly message?: string
  readonly detail?: string
  readonly buttons?: readonly string[]
  readonly cancelId?: number
  readonly defaultId?: number
  readonly checkboxChecked?: boolean
}

// The window may be left out, so the options are the last argument.
const optionsOf = (args: readonly unknown[]): Options => args.at(-1) ?? {}

const unanswered = (kind: string, options: Options) => {
  record('dialog', { kind, options })
  say(
    `nobody answers ${kind}${(options.message ?? options.title) ? `: ${String(options.message ?? options.title)}` : ''}; it is cancelled`,
  )
}
const messageAnswer = ({ cancelId, buttons = ['OK'] }: Options) =>
  cancelId ??
  Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
  )

export const dialog = strict('dialog', {
  showOpenDialog: async (...args: unknown[]) => {
    unanswered('showOpenDialog', optionsOf(args))
    return Promise.resolve({ canceled: true, filePaths: [] as string[] })
  },
  showOpenDialogSync: (...args: unknown[]) => {
    unanswered('showOpenDialogSync', optionsOf(args))
    return undefined
  },
  showSaveDialog: async (...args: unknown[]) => {
    unanswered('showSaveDialog', optionsOf(args))
    return Promise.resolve({ canceled: true, filePath: '' })
  },
  showSaveDialogSync: (...args: unknown[]) => {
    unanswered('showSaveDialogSync', optionsOf(args))
    return ''
  },
  showMessageBox: async (...args: unknown[]) => {
    const options = optionsOf(args)
    unanswered('showMessageBox', options)
    return Promise.resolve({ response: messageAnswer(options), checkboxChecked: options.checkboxChecked ?? false })
  },
  showMessageBoxSync: (...args: unknown[]) => {
    unanswered('showMessageBoxSync', optionsOf(args))
    return messageAnswer(optionsOf(args))
  },
  showErrorBox: (title: string, content: string) => {
    record('dialog', { kind: 'showErrorBox', title, content })
    say(`error box: ${title}: ${content}`)
  },
})
