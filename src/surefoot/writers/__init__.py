"""Our own formats: each makes one kind of file of a composition."""

import warnings

# On a machine without fonts WeasyPrint says so when it is imported. The PDF writer brings its own.
warnings.filterwarnings("ignore", "(No fonts configured|FontConfig cannot load)", UserWarning)
