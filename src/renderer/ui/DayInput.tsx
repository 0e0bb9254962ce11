// A day in a form: `2026-11-21`, typed or picked. Without a zone, so it never moves.
import { DateInput, type DateInputProps } from '@mantine/dates'

type DayInputProps = Omit<DateInputProps, 'value' | 'defaultValue' | 'onChange'> & {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

export function DayInput({ value, onChange, ...input }: DayInputProps) {
  return <DateInput valueFormat="YYYY-MM-DD" placeholder="YYYY-MM-DD" clearable {...input} value={value} onChange={onChange} />
}
