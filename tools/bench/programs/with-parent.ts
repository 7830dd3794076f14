/** Ends a program with the run that started it, however that ends. */
process.on('disconnect', () => process.exit())
