// The SQL of settings: one row a setting, its value as JSON, under an id that every machine computes alike from the key.
import { AppError } from '#shared/base/app-error.ts'
import { issuesOfSettings } from '#shared/settings/settings-rules.ts'
import { defaultSettings, type Settings, settings } from '#shared/settings/settings.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

const settingRows = prepared<Record<never, never>>()(() =>
  build.selectFrom('settings').select(['key', 'value']).where(isActive('settings')),
)

/** What a setting is until a row says otherwise: a newer or older machine of the office may not have written all of them. */
const fallback: Settings = { workspaceName: 'Kith', timeZone: 'UTC', ...defaultSettings('en') }

export const readSettings = (db: Db): Settings => {
  const values: Partial<Record<string, unknown>> = { ...fallback }
  for (const { key, value } of settingRows(db, {})) {
    const parsed = settingOf(key, value)
    if (parsed !== undefined) values[key] = parsed
  }
  return settings.parse(values)
}

const settingOf = (key: string, json: string): unknown => {
  if (!isSetting(key)) return undefined
  const { data } = settings.shape[key].safeParse(JSON.parse(json))
  return issuesOfSettings({ [key]: data }).length === 0 ? data : undefined
}

const isSetting = (key: string): key is keyof Settings => Object.hasOwn(settings.shape, key)

/** Writes the settings that are given; the others stay. Throws `invalid_input` for a zone or currency that nobody knows. */
export const putSettings = (tx: WriteTx, changes: { readonly [K in keyof Settings]?: Settings[K] | undefined }): void => {
  const issues = issuesOfSettings(changes)
  if (issues.length > 0) throw new AppError('invalid_input', 'errors.invalid_input', {}, { issues })
  for (const [key, value] of Object.entries(changes)) {
    if (value !== undefined) tx.put('settings', [key], { key, value: JSON.stringify(value) })
  }
}
