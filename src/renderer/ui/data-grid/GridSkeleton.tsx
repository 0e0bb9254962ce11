// Grey lines where rows will be, seen only if they take longer than 150 ms.
import classes from './DataGrid.module.css'

export function GridSkeleton() {
  return (
    <div aria-hidden>
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className={classes['skeletonRow']} />
      ))}
    </div>
  )
}
