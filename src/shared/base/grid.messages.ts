// The words of the grid that every list is shown in.
import { catalogue } from './messages.ts'

export const gridMessages = catalogue(
  {
    'base.grid.select_all': 'Select all rows',
    'base.grid.column_menu': 'Column {column}',
  },
  {
    'base.grid.select_all': '选择所有行',
    'base.grid.column_menu': '“{column}”列',
  },
)
