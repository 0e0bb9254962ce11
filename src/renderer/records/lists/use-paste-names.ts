// How cells are written in this office, for what is typed into them or pasted.
import { useMemo } from 'react'
import { useFormat, useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import type { PasteNames } from '#shared/lists/pasted-cell.ts'
import { useWallClock } from '#renderer/ui/use-wall-clock.ts'
import { useFilterNames } from './filter-names.ts'

export const usePasteNames = (): PasteNames => {
  const t = useT()
  const language = useLanguage()
  const { decimalMark } = useFormat()
  const { today } = useWallClock()
  const { users, tags, currency } = useFilterNames()
  return useMemo(
    () => ({
      users,
      tags,
      currency,
      say: (key) => t.known(key, 'field.other'),
      decimalMark,
      dateOrder: language === 'zh-CN' ? 'ymd' : 'dmy',
      today,
    }),
    [users, tags, currency, t, decimalMark, language, today],
  )
}
