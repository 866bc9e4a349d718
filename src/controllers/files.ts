/** Whether it is known that nothing can be fetched on demand. The scripts for pages have an answer of their own. */
export const areFilesLost = (): boolean => false;
