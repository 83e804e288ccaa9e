"""What holds the content documents together: metadata, manifest, spine, navigation, zip."""
