/** No font can be loaded into a picture: the system's own, whatever it is called there. */
export const FONT = "system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif";
