// The way to the changes that crossed: in the rail while some wait for a decision, with their number.
import { Indicator, Tooltip } from '@mantine/core'
import { IconArrowsCross } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { railEntry, railEntryText } from '#renderer/ui/FrameLayout.tsx'

export function RailConflicts({ isNarrow }: { readonly isNarrow: boolean }) {
  const t = useT()
  const format = useFormat()
  const open = useQuery(useApi().conflicts.count({})).data?.open ?? 0
  if (open === 0) return null
  const label = t('conflicts.nav', { count: open })
  return (
    <Tooltip label={label} position="right" disabled={!isNarrow}>
      <NavLink to="/conflicts" className={railEntry} aria-label={label}>
        <Indicator disabled={!isNarrow} label={format.number(open)} size={14} display="flex">
          <IconArrowsCross size={18} stroke={1.5} aria-hidden />
        </Indicator>
        <span className={railEntryText}>{label}</span>
      </NavLink>
    </Tooltip>
  )
}
