### What a visitor reads. The office and the commands speak Vietnamese and English; their words are in vi.ftl and en.ftl.
