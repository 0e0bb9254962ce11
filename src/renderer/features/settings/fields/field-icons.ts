// The picture of each type of field, always beside its word.
import {
  IconAlignLeft,
  IconAt,
  IconCalendar,
  IconCalendarClock,
  IconCash,
  IconCircleCheck,
  IconCircleDot,
  IconHash,
  IconLink,
  IconList,
  IconNumber123,
  IconPhone,
  IconTypography,
  IconUser,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CustomFieldType } from '#shared/custom-fields/field-type.ts'

export const fieldIcons: Readonly<Record<CustomFieldType, TablerIcon>> = {
  text: IconTypography,
  longText: IconAlignLeft,
  number: IconNumber123,
  money: IconCash,
  choice: IconCircleDot,
  choices: IconList,
  boolean: IconCircleCheck,
  day: IconCalendar,
  moment: IconCalendarClock,
  user: IconUser,
  reference: IconLink,
  phone: IconPhone,
  email: IconAt,
  website: IconWorld,
  autoNumber: IconHash,
}
