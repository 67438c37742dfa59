<?xml version="1.0" encoding="UTF-8"?>
<!-- A file of sessions or enrolments. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:import href="parts/import.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:apply-templates select="import"/>
    <p class="lead"><xsl:value-of select="f:message('import.lead')"/></p>
    <xsl:apply-templates select="form"/>
    <xsl:call-template name="columns"/>
  </xsl:template>
</xsl:stylesheet>
