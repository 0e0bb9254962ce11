// What day it is where the office is.
import { dayInZone } from '#shared/base/day.ts'
import type { CallContext } from '#main/rpc/handlers.ts'

export const todayOf = ({ now, run }: Pick<CallContext, 'now' | 'run'>): string =>
  dayInZone(now(), run('settings.get', {}).timeZone)
