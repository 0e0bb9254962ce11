// The way up from a record to its list, before the title of the bar.
import { Anchor } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { Link } from 'react-router'

export function BackLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <>
      <Anchor component={Link} to={to} c="dimmed">
        {children}
      </Anchor>
      <IconChevronRight size={14} stroke={1.5} aria-hidden />
    </>
  )
}
