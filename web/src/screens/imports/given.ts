/** What a person fills in before an import, and what is wrong with it. */
export interface Given {
  year: string;
  region: string;
  agency: string;
}

/** What the chooser offers; the server tells the format by content. */
export const accepted = ".zip,.pdf,.png,.jpg,.jpeg,.tif,.tiff,.xlsx,.xlsm,.xls,.ods,.docx,.html,.htm,.txt,.csv,.tsv";

export const largest = 64 * 1024 * 1024;

/** Taken apart by the server before its documents are read. */
export function isArchive(name: string): boolean {
  return /\.zip$/i.test(name);
}

/** The key of the first complaint, nothing when all is well. Blank is allowed everywhere. */
export function complaint(given: Given): "imports.badYear" | "imports.badRegion" | null {
  const year = given.year.trim();
  if (year !== "" && !(/^[0-9]{4}$/.test(year) && Number(year) >= 1990 && Number(year) <= 2100)) return "imports.badYear";
  const region = given.region.trim();
  return region !== "" && !/^[0-9]{9}$/.test(region) ? "imports.badRegion" : null;
}

export function requestFields(given: Given): { year?: number; region?: string; agency?: string } {
  return {
    ...(given.year.trim() === "" ? {} : { year: Number(given.year.trim()) }),
    ...(given.region.trim() === "" ? {} : { region: given.region.trim() }),
    ...(given.agency.trim() === "" ? {} : { agency: given.agency.trim() }),
  };
}

/** The base64 of a file's bytes. */
export function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const address = String(reader.result);
      resolve(address.slice(address.indexOf(",") + 1));
    };
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
