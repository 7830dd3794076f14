import classes from './filters.module.css'

/** Segmented controls as low as the other controls of the line. */
export const segments = { root: classes.segments!, label: classes.segment!, innerLabel: classes.segmentWord! }
