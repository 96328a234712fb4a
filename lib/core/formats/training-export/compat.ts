/** `trainingExport.compat` of OpenClaw's configuration: the members that change a line (training-export.md section 9). */
export interface ExportCompat {
  /** A message of the model is put between a tool result and the user message behind it. */
  readonly requiresAssistantAfterToolResult: boolean;
  /** Tool messages name their tool. */
  readonly requiresToolResultName: boolean;
  /** Schema keywords that are taken out of the tools' parameters; newer releases only. */
  readonly unsupportedToolSchemaKeywords: readonly string[];
  /** Empty `items` are taken out of the tools' parameters; newer releases only. */
  readonly omitEmptyArrayItems: boolean;
}

export const DEFAULT_COMPAT: ExportCompat = {
  requiresAssistantAfterToolResult: false,
  requiresToolResultName: false,
  unsupportedToolSchemaKeywords: [],
  omitEmptyArrayItems: false,
};

/** Any other member shapes a request that is thrown away, so it is passed over. */
export function readCompat(value: unknown): ExportCompat {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const own = (name: keyof ExportCompat): unknown => (Object.hasOwn(given, name) ? given[name] : undefined);
  const words = own('unsupportedToolSchemaKeywords');
  return {
    requiresAssistantAfterToolResult: own('requiresAssistantAfterToolResult') === true,
    requiresToolResultName: own('requiresToolResultName') === true,
    unsupportedToolSchemaKeywords: (Array.isArray(words) ? (words as readonly unknown[]) : [])
      .filter((word) => typeof word === 'string')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
    omitEmptyArrayItems: own('omitEmptyArrayItems') === true,
  };
}
