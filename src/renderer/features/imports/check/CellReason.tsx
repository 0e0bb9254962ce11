// Why the cell under the keyboard cannot be taken as it is, right below it.
import { Popover } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { CellAnchor } from '#renderer/ui/data-grid/CellAnchor.tsx'
import type { CellProblem } from '#shared/imports/preview.ts'

export function CellReason({ problems }: { readonly problems: readonly CellProblem[] }) {
  const t = useT()
  if (problems.length === 0) return null
  return (
    <Popover opened position="bottom-start" offset={4} withRoles={false} trapFocus={false} returnFocus={false}>
      <Popover.Target>
        <CellAnchor />
      </Popover.Target>
      <Popover.Dropdown p="xs" maw={360} role="status">
        {problems.map(({ messageKey, params, severity }) => (
          <div key={messageKey} style={{ color: `var(--kith-${severity === 'refuse' ? 'red' : 'amber'})` }}>
            {t.known(messageKey, 'errors.invalid_input', params)}
          </div>
        ))}
      </Popover.Dropdown>
    </Popover>
  )
}
