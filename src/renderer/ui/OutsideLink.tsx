// A link out of the app: a number to call, an address to write to, a page. The shell opens it in the system's own program, or refuses.
import { ActionIcon } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'

interface OutsideLinkProps {
  /** `tel:`, `mailto:` or a web address. */
  readonly href: string
  readonly label: string
  readonly icon: TablerIcon
}

export function OutsideLink({ href, label, icon: Icon }: OutsideLinkProps) {
  return (
    <ActionIcon component="a" href={href} target="_blank" rel="noreferrer" size="sm" aria-label={label} title={label}>
      <Icon size={16} stroke={1.5} aria-hidden />
    </ActionIcon>
  )
}
