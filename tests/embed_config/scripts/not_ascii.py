# -*- coding: utf-8 -*-
name = u"Größe"
größe = name + 1
