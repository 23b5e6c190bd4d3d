from korpu.site.cli import main

main()
