// Which settings can be taken: the zone and the currency must be ones that every machine of the office knows.
import type { FieldIssue } from '#shared/base/app-error.ts'
import { issuesOfWeek } from '#shared/calendar/working-time.ts'
import type { Settings } from './settings.ts'

/** Whether Intl, which carries the IANA list, knows the zone. */
export const isTimeZone = (timeZone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

/** What stands against these settings, field by field; empty: nothing. */
export const issuesOfSettings = (changes: {
  readonly [K in keyof Settings]?: Settings[K] | undefined
}): readonly FieldIssue[] => {
  const issues: FieldIssue[] = []
  if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) {
    issues.push({ field: 'timeZone', code: 'time_zone_unknown', params: {} })
  }
  if (changes.currency !== undefined && !isCurrency(changes.currency)) {
    issues.push({ field: 'currency', code: 'currency_unknown', params: {} })
  }
  if (changes.workingWeek !== undefined) {
    issues.push(
      ...issuesOfWeek(changes.workingWeek).map((issue) => ({ ...issue, field: issue.field.replace('week', 'workingWeek') })),
    )
  }
  return issues
}
