// What each procedure of settings does.
import { AppError } from '#shared/base/app-error.ts'
import { issuesOfSettings } from '#shared/settings/settings-rules.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import { putSettings, readSettings } from './settings.repository.ts'

export const settingsHandlers: Handlers['settings'] = {
  get: ({ db }) => readSettings(db),

  update: ({ tx }, changes) => {
    const issues = issuesOfSettings(changes)
    if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
    putSettings(tx, changes)
    return readSettings(tx)
  },
}
