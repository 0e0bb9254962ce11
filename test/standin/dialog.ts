// dialog: a spec replaces these functions; a person in front of a shown window is asked; else a dialog is recorded, said, and cancelled.
import { record } from './record.ts'
import { say } from './run.ts'
import { type DialogOptions, askForButton, askForPaths, canAsk } from './shown-dialog.ts'
import { strict } from './strict.ts'

// The window may be left out, so the options are the last argument.
const optionsOf = (args: readonly unknown[]): DialogOptions => args.at(-1) ?? {}

const unanswered = (kind: string, options: DialogOptions) => {
  const words = options.message ?? options.title
  record('dialog', { kind, options })
  say(`nobody answers ${kind}${words === undefined ? '' : `: ${words}`}; it is cancelled`)
}
const cancelOf = ({ cancelId, buttons = ['OK'] }: DialogOptions) =>
  cancelId ??
  Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label)),
  )

export const dialog = strict('dialog', {
  showOpenDialog: async (...args: unknown[]) => {
    const options = optionsOf(args)
    const filePaths = canAsk() ? await askForPaths(options, false) : []
    if (!canAsk()) unanswered('showOpenDialog', options)
    return { canceled: filePaths.length === 0, filePaths }
  },
  showSaveDialog: async (...args: unknown[]) => {
    const options = optionsOf(args)
    const [filePath = ''] = canAsk() ? await askForPaths(options, true) : []
    if (!canAsk()) unanswered('showSaveDialog', options)
    return { canceled: filePath === '', filePath }
  },
  showMessageBox: async (...args: unknown[]) => {
    const options = optionsOf(args)
    const cancelId = cancelOf(options)
    const response = canAsk() ? await askForButton({ ...options, cancelId }) : cancelId
    if (!canAsk()) unanswered('showMessageBox', options)
    return { response, checkboxChecked: options.checkboxChecked ?? false }
  },
  showErrorBox: (title: string, content: string) => {
    record('dialog', { kind: 'showErrorBox', title, content })
    say(`error box: ${title}: ${content}`)
    if (canAsk()) void askForButton({ title, message: title, detail: content })
  },
})
