// Which rows a list shows: those in use, or the archived ones.
import { SegmentedControl } from '@mantine/core'
import type { RowState } from '#shared/base/fields.ts'

interface StateSwitchProps {
  readonly label: string
  readonly active: string
  readonly archived: string
  readonly value: RowState
  readonly onChange: (state: RowState) => void
}

export function StateSwitch({ label, active, archived, value, onChange }: StateSwitchProps) {
  return (
    <SegmentedControl
      aria-label={label}
      size="xs"
      data={[
        { value: 'active', label: active },
        { value: 'archived', label: archived },
      ]}
      value={value}
      onChange={(next) => onChange(next === 'archived' ? 'archived' : 'active')}
    />
  )
}
