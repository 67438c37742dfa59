<?xml version="1.0" encoding="UTF-8"?>
<!-- Why another page is not shown. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template match="problem"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="problem/text"/></p>
    <xsl:if test="problem/remedy"><p><xsl:value-of select="problem/remedy"/></p></xsl:if>
    <xsl:if test="problem/source"><p class="small soft" lang="sv"><xsl:value-of select="problem/source"/></p></xsl:if>
    <div class="buttons"><a class="button plain" href="/"><xsl:value-of select="f:message('portal.home')"/></a></div>
  </xsl:template>
</xsl:stylesheet>
